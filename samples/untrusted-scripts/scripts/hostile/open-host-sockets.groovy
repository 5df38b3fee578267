// tries: talk to the host's daemons
// breach: connected
import java.net.UnixDomainSocketAddress
import java.nio.channels.SocketChannel

['/run/docker.sock', '/var/run/docker.sock', '/run/containerd/containerd.sock', '/run/dbus/system_bus_socket',
 '/run/systemd/private', '/tmp/.X11-unix/X0'].each {
    try (def socket = SocketChannel.open(UnixDomainSocketAddress.of(it))) {
        print "connected to $it "
    } catch (IOException | UnsupportedOperationException refused) {
        print "$refused.message "
    }
}
