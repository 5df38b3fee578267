// tries: read a file whose path it knows
def found = new StringBuilder()
[secretFile, "/proc/1/root$secretFile", "/proc/$hostPid/root$secretFile", "/proc/self/cwd/../..$secretFile"].each {
    try {
        found << new File(it).text
    } catch (IOException denied) {
        found << 'denied '
    }
}
found.toString()
