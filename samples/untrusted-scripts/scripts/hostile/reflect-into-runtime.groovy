// tries: open the gate by reflection
// breach: opened
def report = []
def attempt = { String what, Closure code ->
    try {
        report << "$what: ${code.call()}"
    } catch (Throwable refused) {
        report << "$what: ${refused.class.simpleName}"
    }
}
attempt('context') {
    def guest = Class.forName('dev.airlock.AirlockContext').getDeclaredField('guest')
    guest.accessible = true
    guest.set(null, null)
}
attempt('gate') {
    def guest = Class.forName('dev.airlock.Gate').getDeclaredField('guest')
    guest.accessible = true
    guest.setBoolean(null, false)
}
attempt('runtime') {
    Class.forName('dev.airlock.AirlockRuntime').getMethod('stats').invoke(null)
    'opened'
}
report.join(', ')
