/* SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause */
/* `counter run syscalls`: a row a system call, or a process and a system call. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "cli/globals.h"
#include "cli/session.h"
#include "counter/counter.h"
#include "counts/view.h"
#include "kern/comms.h"
#include "kern/map_calls.h"
#include "map/map_types.h"
#include "map/syscalls.h"
#include "output/writer.h"

#define COMM_BYTES 16 /* of a value of syscall_comms */

/* The key of syscall_counts, as bpf/syscalls.bpf.c has it. */
struct row_key {
	uint32_t pid, abi;
	int64_t nr;
};

struct names {
	int comms;    /* the map of them; -1: there are no processes to name */
	bool is_host; /* pids mean the same to us as to BPF programs */
};

/* Of one of the counter's maps, whose values have so many bytes; -1 with err set. */
static int open_map(const char *name, uint32_t value_size, const struct counter *counter,
		    struct err *err)
{
	_cleanup_free_ char *path = counter_map_path(counter, NULL, name);
	_cleanup_close_ int fd = kern_map_by_pin(path, false);
	struct bpf_map_info info;
	int r = fd < 0 ? fd : kern_map_info(fd, &info), ret = fd;

	if (r < 0) {
		errno = -r;
		err_sys(err, "%s", path);
		return -1;
	}
	if (info.key_size != sizeof(uint32_t) || info.value_size != value_size ||
	    map_type_find(info.type)->can & (MAP_PERCPU | MAP_STRANGE)) {
		err_set(err, ERR_SYSTEM, "%s is not as this mapctl makes it", path);
		return -1;
	}
	fd = -1;
	return ret;
}

/* How it counts was said when it was started, which may have been long ago. */
static int ask_per_process(const struct counter *counter, bool *ret, struct err *err)
{
	_cleanup_close_ int fd = open_map("syscall_config", sizeof(uint32_t), counter, err);
	uint32_t index = 0, per_process;
	int r;

	if (fd < 0)
		return -err->code;
	r = kern_map_lookup(fd, &index, &per_process, 0);
	if (r < 0) {
		errno = -r;
		return err_sys(err, "read syscall_config");
	}
	*ret = per_process;
	return 0;
}

static int prepare(struct counter_run *run, struct err *err)
{
	struct names *names;
	int fd = -1, r;

	r = ask_per_process(run->counter, &run->per_process, err);
	if (r < 0)
		return r;
	if (run->per_process) {
		fd = open_map("syscall_comms", COMM_BYTES, run->counter, err);
		if (fd < 0)
			return -err->code;
	}
	names = mem_zero(sizeof(*names));
	names->comms = fd;
	names->is_host = kern_pids_are_host();
	run->names = names;
	return 0;
}

static void done(struct counter_run *run)
{
	struct names *names = run->names;

	if (!names)
		return;
	fd_closep(&names->comms);
	free(names);
	run->names = NULL;
}

/* What a process that lives is called now; what the one that has ended was called. */
static void write_comm(const struct names *names, uint32_t pid, struct writer *out)
{
	static const struct label label_comm = LABEL_LOOK("comm", LOOK_NAME);
	char comm[KERN_COMM_SIZE] = "";

	if ((names->is_host && kern_comm_read(pid, comm)) ||
	    !kern_map_lookup(names->comms, &pid, comm, 0))
		out->format->text(out, &label_comm, comm, strnlen(comm, sizeof(comm)));
	else
		out->format->null(out, &label_comm, NULL);
}

static void write_syscall(const struct counter_run *run, const struct row_key *key,
			  struct writer *out)
{
	static const struct label label_syscall = LABEL_LOOK("syscall", LOOK_NAME),
				  label_abi = LABEL("abi"), label_nr = LABEL("nr");
	const struct syscall_abi *abi = syscall_abi_of(key->abi, key->nr);
	_cleanup_(buf_done) struct buf name = { 0 };

	if (!run->is_machine && !syscall_abi_is_native(abi))
		buf_printf(&name, "%s/", syscall_abi_name(abi));
	if (run->session->globals->numeric || !syscall_name(abi, key->nr, &name))
		buf_printf(&name, "sys_%lld", (long long)key->nr);
	out->format->text(out, &label_syscall, buf_str(&name), name.len);
	if (!run->is_machine)
		return;
	writer_str(out, &label_abi, syscall_abi_name(abi));
	out->format->sint(out, &label_nr, key->nr);
}

static void write_row(const struct counter_run *run, const struct tally_row *row,
		      struct writer *out)
{
	static const struct label label_pid = LABEL("pid"), label_count = LABEL("count");
	struct row_key key;

	memcpy(&key, row->key, sizeof(key));
	if (run->per_process) {
		out->format->uint(out, &label_pid, key.pid);
		write_comm(run->names, key.pid, out);
	}
	write_syscall(run, &key, out);
	out->format->uint(out, &label_count, row->words[0]);
}

const struct counter_view view_syscalls = {
	.counter = "syscalls",
	.map = { "syscall_counts", sizeof(struct row_key), 1 },
	.takes = COUNTER_TAKES_TOP | COUNTER_TAKES_PER_PROCESS,
	.prepare = prepare,
	.done = done,
	.write_row = write_row,
};
