# SPDX-License-Identifier: GPL-2.0-only OR BSD-2-Clause
"""Starts programs and measures them.

A process inherits, as the most memory it ever had, that of the one it was forked from.  So the
forking is done by a child that is made early and stays small.
"""

import json
import os
import socket
import threading


class Done:
    """out and err: all that was written; seconds: of CPU; kib: the most memory."""

    def __init__(self, out, err, status, seconds, kib):
        self.out, self.err, self.status, self.seconds, self.kib = out, err, status, seconds, kib


class Launcher:
    def __init__(self):
        self.near, far = socket.socketpair()
        if not os.fork():
            self.near.close()
            serve(far)
            os._exit(0)
        far.close()

    def run(self, argv, terminal=False):
        """Standard output and error each go to a terminal, or each into a pipe."""
        open_pair = os.openpty if terminal else os.pipe
        (out, out_far), (err, err_far) = open_pair(), open_pair()
        words = [os.fsdecode(word) for word in argv]
        socket.send_fds(self.near, [json.dumps(words).encode()], [out_far, err_far])
        os.close(out_far)
        os.close(err_far)
        both = [b"", b""]
        threads = [threading.Thread(target=read_all, args=(fd, both, i))
                   for i, fd in enumerate((out, err))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return Done(*both, *json.loads(self.near.recv(4096)))


def read_all(fd, into, i):
    parts = []
    try:
        while part := os.read(fd, 1 << 16):
            parts.append(part)
    except OSError:
        pass  # the other end of a terminal is closed
    os.close(fd)
    into[i] = b"".join(parts)


def serve(sock):
    env = {**os.environ, "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "TERM": "xterm"}
    nothing = os.open(os.devnull, os.O_RDONLY)
    while True:
        message, fds, _, _ = socket.recv_fds(sock, 1 << 20, 2)
        if not message:
            return
        argv = [os.fsencode(word) for word in json.loads(message)]
        pid = os.fork()
        if not pid:
            start(argv, env, [nothing, *fds])
        for fd in fds:
            os.close(fd)
        _, status, usage = os.wait4(pid, 0)
        answer = (os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime,
                  usage.ru_maxrss)
        sock.sendall(json.dumps(answer).encode())


def start(argv, env, fds):
    try:
        for i, fd in enumerate(fds):
            os.dup2(fd, i)
        os.execvpe(argv[0], argv, env)
    finally:
        os._exit(127)
