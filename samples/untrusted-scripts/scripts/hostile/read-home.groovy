// tries: read the user's home
def found = []
[new File(homeFile).parentFile, new File('/root'), new File(System.getProperty('user.home'))].each { home ->
    found << home.list()
    home.listFiles()?.findAll { it.file && it.length() < 10000 }?.each {
        try {
            found << it.text
        } catch (IOException denied) {
            found << denied.message
        }
    }
}
new File('/home').listFiles()?.each { found << it.list() }
found.toString()
