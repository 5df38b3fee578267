// tries: start 3000 processes
// breach: unlimited
int started = 0
try {
    3000.times {
        ['sh', '-c', "sleep 60; : $marker"].execute()
        started++
    }
} catch (IOException refused) {
    return "stopped after $started: $refused.message"
}
"unlimited: $started processes"
