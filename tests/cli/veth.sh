# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# For transcripts about networks: two namespaces joined by a veth pair.
#
#	$ . "$top_srcdir/tests/cli/veth.sh"
#	$ joined <<'EOF'
#	> mapctl counter start packets dev rx0
#	> frames udp 1000
#	> peer ip -4 route show
#	> EOF
#
# The shell that reads the lines is in the receiving namespace, with rx0, and sees a bpffs of
# its own on /sys/fs/bpf; peer runs a command in the sending one, with tx0.
#
#	        receives (rx0)		sends (tx0)
#	IPv4    192.0.2.1		192.0.2.2
#	IPv6    2001:db8::1		2001:db8::2
#	MAC     02:00:00:00:00:01	02:00:00:00:00:02
#
# What tx0 sends is what somebody has asked for, and nothing else: every neighbour is known, so
# none is asked for; tx0 has no IPv6 address of its own (that is on lo), so it announces none and
# reports no multicast group; no router is looked for.  What rx0 sends is not received by rx0.
# Names and addresses are the namespaces' own: nothing meets what others have on this machine,
# and all goes with the last process in there.
# shellcheck shell=bash disable=SC2016,SC2119,SC2120

# Runs the script on standard input as said above.
joined() {
    unshare --mount --net bash -c '
        . "$top_srcdir/tests/cli/veth.sh" && join_namespaces && . /dev/stdin'
}

join_namespaces() {
    mount -t bpf bpf /sys/fs/bpf || return
    PEER=$(mktemp "$HERE/peer.XXXXXX") && unshare --net="$PEER" true || return
    quiet_ipv6
    peer bash -c '. "$top_srcdir/tests/cli/veth.sh" && quiet_ipv6'
    ip link set lo up &&
        ip link add rx0 address 02:00:00:00:00:01 type veth \
            peer name tx0 address 02:00:00:00:00:02 netns "$PEER" &&
        ip link set rx0 up &&
        peer ip link set lo up &&
        peer ip link set tx0 up &&
        ip addr add 192.0.2.1/24 dev rx0 &&
        ip addr add 2001:db8::1/64 dev rx0 nodad &&
        ip neigh add 192.0.2.2 lladdr 02:00:00:00:00:02 dev rx0 nud permanent &&
        ip neigh add 2001:db8::2 lladdr 02:00:00:00:00:02 dev rx0 nud permanent &&
        peer ip addr add 192.0.2.2/24 dev tx0 &&
        peer ip addr add 2001:db8::2/128 dev lo nodad &&
        peer ip route add 2001:db8::/64 dev tx0 src 2001:db8::2 &&
        peer ip neigh add 192.0.2.1 lladdr 02:00:00:00:00:01 dev tx0 nud permanent &&
        peer ip neigh add 2001:db8::1 lladdr 02:00:00:00:00:01 dev tx0 nud permanent
}

# Interfaces made from now on give themselves no address and look for no routers.
quiet_ipv6() {
    local conf=/proc/sys/net/ipv6/conf/default

    # 1: no link-local address, the kernel's IN6_ADDR_GEN_MODE_NONE
    echo 1 >$conf/addr_gen_mode
    echo 0 >$conf/accept_ra
    echo 0 >$conf/router_solicitations
}

peer() {
    nsenter --net="$PEER" "$@"
}

# Sends frames from tx0, see tests/cli/frames.py, and waits until rx0 has received as many.
frames() {
    local count=0 n=1 before word

    for word in "$@" /; do
        [[ $word =~ ^[0-9]+$ ]] && n=$word
        [ "$word" = / ] && count=$((count + n)) n=1
    done
    before=$(received)
    peer env PYTHONDONTWRITEBYTECODE=1 python3 "${top_srcdir:?}/tests/cli/frames.py" "$@" &&
        await "[ \$(received) -ge $((before + count)) ]"
}

# What the kernel's own counter of rx0 says: received packets, or received bytes
received() {
    ip -j -s link show rx0 | jq ".[0].stats64.rx.${1-packets}"
}
