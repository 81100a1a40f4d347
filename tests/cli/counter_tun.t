  $ [ "$(mapctl -j counter list)" != '[]' ] || exit 80 # built with --disable-bpf
  $ [ -c /dev/net/tun ] || exit 80

An interface whose packets have no Ethernet header has nothing to start from.

  $ unshare -m -n bash <<'END'
  > mount --make-rprivate /sys && mount -t bpf bpf /sys/fs/bpf
  > ip tuntap add mode tun tuna
  > m counter start packets dev tuna; echo "[$?]"
  > ls /sys/fs/bpf | grep mapctl
  > END
  mapctl: start counter packets: the packets of tuna have no Ethernet header, which this counter starts from; take the interface that they go out by
  [3]
  [1]
