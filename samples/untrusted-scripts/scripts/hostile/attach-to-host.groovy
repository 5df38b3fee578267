// tries: attach a debugger to the host
// breach: attached
try {
    def machine = Class.forName('com.sun.tools.attach.VirtualMachine').getMethod('attach', String).invoke(null, hostPid)
    print "attached: $machine"
} catch (ReflectiveOperationException | LinkageError refused) {
    print "refused: ${refused.cause ?: refused}"
}
