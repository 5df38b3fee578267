// tries: resolve a name
// breach: resolved
['example.com', 'metadata.google.internal'].each {
    try {
        print "resolved $it to ${InetAddress.getByName(it).hostAddress} "
    } catch (UnknownHostException unknown) {
        print "unknown $it "
    }
}
