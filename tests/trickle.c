/* SPDX-License-Identifier: ISC */
/* trickle BYTES PROGRAM [ARG]…: runs a program whose every read of standard input gives so many bytes, no
 * more. Standard input is a socket of packets: read(2) gives one at a time. */
#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    int pair[2], status = 0;
    size_t size = argc > 2 ? (size_t)atol(argv[1]) : 0, n;
    char buf[65536];

    if (size == 0 || size > sizeof buf || socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair) != 0) {
        perror("trickle");
        return 125;
    }
    pid_t child = fork();
    if (child == 0) {
        dup2(pair[0], STDIN_FILENO);
        close(pair[0]);
        close(pair[1]);
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    close(pair[0]);
    while ((n = fread(buf, 1, size, stdin)) > 0)
        if (send(pair[1], buf, n, MSG_NOSIGNAL) < 0)
            break;
    close(pair[1]);
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
