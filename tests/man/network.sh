# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
# The interfaces of the examples, in a network namespace of their own: eth0, which is quiet, and
# eth1, on which a hundred UDP datagrams a second come in as long as the reading shell lives.
# shellcheck shell=bash

echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6
for i in 0 1; do
    ip link add eth$i address 02:00:00:00:00:01 type veth peer name wire$i || return
    ip link set eth$i up && ip link set wire$i up || return
done
env PYTHONDONTWRITEBYTECODE=1 setpriv --pdeathsig TERM \
    python3 "${BASH_SOURCE[0]%/*}/../cli/frames.py" udp 6000 dev=wire1 rate=100 \
    </dev/null >/dev/null 2>&1 &
