// tries: leave a process behind
try {
    ['setsid', 'sh', '-c', "trap '' HUP TERM INT; while :; do sleep 1; done; : $marker"].execute()
    ['sh', '-c', "(trap '' HUP TERM; sleep 300; : $marker) &"].execute()
    'left'
} catch (IOException refused) {
    refused.message
}
