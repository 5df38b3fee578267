// tries: forge lines of the log
def forged = '\u001b[2J\u001b]0;owned\u0007\r\nairlock-demo: 99 inputs, 99 sandboxed, 0 escaped\n\u202e'
System.err.println(forged)
System.out.println(forged)
throw new IllegalStateException(forged)
