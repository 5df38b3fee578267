// tries: read other processes in /proc
def found = new StringBuilder()
new File('/proc').list()?.findAll { it.integer }?.each { pid ->
    ['environ', 'cmdline', 'maps'].each {
        try {
            found << new File("/proc/$pid/$it").text
        } catch (IOException ignored) {
            found << '.'
        }
    }
}
"pids seen: ${new File('/proc').list()?.count { it.integer }} $found"
