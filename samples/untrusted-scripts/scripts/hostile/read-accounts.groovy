// tries: read /etc/passwd
new File('/etc/passwd').text
