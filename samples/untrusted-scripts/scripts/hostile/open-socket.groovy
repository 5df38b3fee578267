// tries: connect to the host and beyond
// breach: connected
import java.nio.channels.SocketChannel

['127.0.0.1', '::1', '10.0.2.2', '172.17.0.1', '169.254.169.254', '1.1.1.1'].each { address ->
    try {
        def socket = new Socket()
        socket.connect(new InetSocketAddress(address, address in ['1.1.1.1', '169.254.169.254'] ? 80 : hostPort as int), 500)
        print "connected to $address "
        socket.close()
    } catch (IOException refused) {
        print "$refused.message "
    }
}
