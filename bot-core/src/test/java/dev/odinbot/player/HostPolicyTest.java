package dev.odinbot.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.google.common.net.InetAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1"
            })
    void permits_anAddressThatIsNotPublic_isFalse(String address) {
        assertThat(new HostPolicy(List.of()).permits(InetAddresses.forString(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.1.1.1", "100.63.255.255", "172.32.0.1", "192.169.0.1", "223.255.255.255", "2606:4700::1"})
    void permits_aPublicAddress_isTrue(String address) {
        assertThat(new HostPolicy(List.of()).permits(InetAddresses.forString(address)))
                .isTrue();
    }

    @Test
    void permits_aRangeTheOperatorAllows_isTrueForItOnly() {
        HostPolicy policy = new HostPolicy(List.of("192.168.7.0/24", "fd00::/8"));

        assertThat(policy.permits(InetAddresses.forString("192.168.7.9"))).isTrue();
        assertThat(policy.permits(InetAddresses.forString("192.168.8.9"))).isFalse();
        assertThat(policy.permits(InetAddresses.forString("fd00::9"))).isTrue();
        assertThat(policy.permits(InetAddresses.forString("fc00::9"))).isFalse();
    }

    @Test
    void permits_aPublicAddressOfThisMachine_isFalseUnlessAllowed() throws Exception {
        InetAddress mine = InetAddresses.forString("1.1.1.1");
        Network network = mock(Network.class);
        when(network.own(mine)).thenReturn(true);

        assertThat(new HostPolicy(List.of(), network).permits(mine)).isFalse();
        assertThat(new HostPolicy(List.of("1.1.1.1"), network).permits(mine)).isTrue();
        assertThat(new HostPolicy(List.of(), network).permits(InetAddresses.forString("1.1.1.2")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "2130706433", "0x7f.1", "[::1]", "::1"})
    void resolve_loopbackInAnySpelling_isRefused(String host) {
        HostPolicy policy = new HostPolicy(List.of());

        assertThatThrownBy(() -> policy.resolve(host))
                .isInstanceOfAny(HostRefusedException.class, UnknownHostException.class);
    }

    @Test
    void resolve_allowedName_givesWhateverItMeans() throws Exception {
        InetAddress[] addresses = new HostPolicy(List.of("LocalHost.")).resolve("LOCALHOST");

        assertThat(addresses).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "host/8", "", "fd00::/129", "10.0.0.0/8/8"})
    void cidr_notOne_isEmpty(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }
}
