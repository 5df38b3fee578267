// tries: start programs
['/bin/sh', '/usr/bin/python3', '/usr/bin/perl'].each {
    try {
        def process = [it, '-c', "touch $watchedDirectory/started; sleep 60; : $marker"].execute()
        print "started $it as ${process.pid()} "
    } catch (IOException refused) {
        print "$refused.message "
    }
}
