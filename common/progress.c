/* SPDX-License-Identifier: ISC */
#include "progress.h"

#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "out.h"

enum { MENDED_MAX = 16 };

static struct {
    const char *program;
    char *const *files;
    size_t n_files;
    bool lines, terminal, shown;
    double start, next;
    uint64_t bytes, documents, records;
    uint64_t total; /* bytes of all files, 0 for unknown */
    bool total_known;
    struct {
        const char *what;
        uint64_t n;
    } mended[MENDED_MAX];
} run;

static volatile sig_atomic_t asked;

static void ask(int signal_number)
{
    (void)signal_number;
    asked = 1;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_start(const char *program, char *const *files, size_t n_files, bool lines)
{
    run.program = program;
    run.files = files;
    run.n_files = n_files;
    run.lines = lines;
    run.terminal = isatty(STDERR_FILENO);
    run.start = now();
    run.next = run.start + 1;
    struct sigaction action = {.sa_handler = ask};
    sigemptyset(&action.sa_mask);
    sigaction(SIGUSR1, &action, NULL);
#ifdef SIGINFO
    sigaction(SIGINFO, &action, NULL);
#endif
}

/* Sum of the sizes of all files; 0 when one of them is a pipe. */
static uint64_t total_size(void)
{
    uint64_t total = 0;
    for (size_t i = 0; i < run.n_files; i++) {
        struct stat s;
        off_t read_before = 0;
        bool standard = str_eq(str_of(run.files[i]), STR("-"));
        if ((standard ? fstat(STDIN_FILENO, &s) : stat(run.files[i], &s)) != 0)
            continue;
        if (S_ISDIR(s.st_mode))
            continue;
        if (!S_ISREG(s.st_mode))
            return 0;
        if (standard && run.bytes == 0)
            read_before = lseek(STDIN_FILENO, 0, SEEK_CUR);
        if (read_before >= 0 && s.st_size > read_before)
            total += (uint64_t)(s.st_size - read_before);
    }
    return total;
}

static void print_size(double bytes)
{
    static const char *const units[] = {"B", "kB", "MB", "GB", "TB"};
    size_t u = 0;
    for (; bytes >= 1000 && u < 4; u++)
        bytes /= 1000;
    fprintf(stderr, u ? "%.1f %s" : "%.0f %s", bytes, units[u]);
}

static void print_count(const char *before, uint64_t n, const char *what)
{
    fprintf(stderr, "%s%llu %s%s, ", before, (unsigned long long)n, what, n == 1 ? "" : "s");
}

static void print_line(void)
{
    if (!run.total_known) {
        run.total = total_size();
        run.total_known = true;
    }
    double seconds = now() - run.start, bytes = (double)run.bytes, total = (double)run.total;
    double rate = seconds > 0 ? bytes / seconds : 0;
    fprintf(stderr, "%s: ", run.program);
    print_size(bytes);
    if (run.total >= run.bytes && run.total > 0) {
        fputs(" of ", stderr);
        print_size(total);
        fprintf(stderr, " (%.0f%%)", 100 * bytes / total);
    }
    print_count(", ", run.documents, "document");
    print_size(rate);
    fputs("/s", stderr);
    if (run.total >= run.bytes && run.total > 0 && rate > 0) {
        unsigned long long left = (unsigned long long)((total - bytes) / rate + 0.5);
        fprintf(stderr, ", %llu:%02llu:%02llu left", left / 3600, left / 60 % 60, left % 60);
    }
}

void progress_clear(void)
{
    if (run.shown)
        fputs("\r\033[K", stderr);
    run.shown = false;
}

void progress_poll(void)
{
    if (!asked)
        return;
    asked = 0;
    progress_clear();
    print_line();
    fputc('\n', stderr);
}

static void periodic(void)
{
    double t = now();
    if (t < run.next)
        return;
    run.next = t + 1;
    progress_clear();
    print_line();
    if (run.terminal)
        run.shown = true;
    else
        fputc('\n', stderr);
}

void progress_bytes(size_t n)
{
    run.bytes += n;
    progress_poll();
    if (run.lines)
        periodic();
}

void progress_document(size_t records)
{
    run.documents++;
    run.records += records;
}

void progress_mended(const char *what, uint64_t n)
{
    size_t i = 0;
    while (i < MENDED_MAX - 1 && run.mended[i].what && run.mended[i].what != what)
        i++;
    if (n == 0)
        return;
    run.mended[i].what = what;
    run.mended[i].n += n;
}

static void print_mended(void)
{
    for (size_t i = 0; i < MENDED_MAX && run.mended[i].what; i++)
        fprintf(stderr, "%s: mended: %s: %llu\n", run.program, run.mended[i].what,
                (unsigned long long)run.mended[i].n);
}

void progress_end(bool summary)
{
    progress_clear();
    if (run.lines) {
        print_line();
        fputc('\n', stderr);
    }
    if (!summary)
        return;
    fprintf(stderr, "%s: ", run.program);
    print_count("", run.documents, "document");
    print_count("", run.records, "record");
    print_count("", out_rows(), "row");
    print_size((double)run.bytes);
    fprintf(stderr, " in %.2f s\n", now() - run.start);
    print_mended();
}
