// tries: enter the host's namespaces
def attempts = [
    ['nsenter', '-t', hostPid, '-a', 'touch', "$watchedDirectory/entered"],
    ['nsenter', '-t', '1', '-a', 'touch', "$watchedDirectory/entered"],
    ['unshare', '-Urm', 'sh', '-c', "mount -t proc proc /proc && touch $watchedDirectory/unshared"],
    ['chroot', "/proc/$hostPid/root", 'touch', "$watchedDirectory/rooted"],
    ['mount', '-o', 'bind', '/', '/mnt']
]
attempts.each {
    try {
        def process = it.execute()
        process.waitForOrKill(500)
        print "${it[0]} ${process.exitValue()} "
    } catch (IOException refused) {
        print "$refused.message "
    }
}
