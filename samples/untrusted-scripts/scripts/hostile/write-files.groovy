// tries: write files into the host
[watchedDirectory, new File(homeFile).parent, "/proc/1/root$watchedDirectory"].each {
    try {
        new File(it, 'airlock-was-here.txt').text = 'written by a hostile script'
    } catch (IOException ignored) {
        print 'denied '
    }
}
[secretFile, homeFile].each {
    try {
        new File(it).text = 'overwritten'
    } catch (IOException ignored) {
        print 'denied '
    }
}
