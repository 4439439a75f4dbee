/* SPDX-License-Identifier: ISC */
/* measure FILE COMMAND…: runs a command with FILE as its standard input and its output to a pipe that is read
 * to the end, and prints the processor seconds it took and its peak memory in KiB. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fputs("usage: measure FILE COMMAND...\n", stderr);
        return 2;
    }
    int in = open(argv[1], O_RDONLY), ends[2];
    if (in < 0 || pipe(ends) < 0) {
        perror(argv[1]);
        return 2;
    }
    pid_t child = fork();
    if (child == 0) {
        dup2(in, 0);
        dup2(ends[1], 1);
        close(in);
        close(ends[0]);
        close(ends[1]);
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    close(ends[1]);
    static char block[1 << 16];
    while (read(ends[0], block, sizeof block) > 0)
        ;
    int status;
    if (child < 0 || waitpid(child, &status, 0) < 0) {
        perror("measure");
        return 2;
    }
    struct rusage use;
    getrusage(RUSAGE_CHILDREN, &use);
    printf("%.3f %ld\n", seconds(use.ru_utime) + seconds(use.ru_stime), use.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 2;
}
