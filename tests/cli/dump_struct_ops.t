struct_ops maps: typed by the kernel's own BTF.

  $ animals
  $ needs struct_ops
  $ p lookup struct_ops key 0 | grep -E '^key| state:|name|flags'
  key: 0
          state: BPF_STRUCT_OPS_STATE_INIT
          name:          ""
          flags:         0
  $ j '.[] | .key, .value.common.state, .value.data.name' dump pinned "$BPFFS/struct_ops"
  0
  "BPF_STRUCT_OPS_STATE_INIT"
  ""
  $ p show struct_ops -o type,value
  type:      struct_ops
  value:     struct bpf_struct_ops_tcp_congestion_ops
