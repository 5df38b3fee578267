// tries: read environment and properties
def found = new StringBuilder()
found << System.getenv() << System.properties
['/proc/self/environ', '/proc/1/environ', '/proc/1/cmdline'].each {
    try {
        found << new File(it).text
    } catch (IOException ignored) {
        found << " $it is shut"
    }
}
found.toString()
