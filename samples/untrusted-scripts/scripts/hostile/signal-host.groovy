// tries: kill the host's JVM
def host = ProcessHandle.of(hostPid as long)
print host.present ? "signalled: ${host.get().destroyForcibly()} " : 'no such process '
try {
    def kill = ['kill', '-9', hostPid].execute()
    print kill.waitFor()
} catch (IOException refused) {
    print refused.message
}
