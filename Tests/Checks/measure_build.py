#!/usr/bin/env python3
"""Time `frontline build seeds` as a whole process, and its peak memory: measure_build.py PROGRAM [RUNS]"""
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

program, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7
walls, cpus = [], []
for mode in ([], ["--serial"]):
    walls.clear()
    cpus.clear()
    for _ in range(runs + 1):
        with tempfile.TemporaryDirectory() as folder:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.monotonic()
            subprocess.run([program, "build", "seeds", "--output", os.path.join(folder, "o"), "--quiet"] + mode, check=True)
            walls.append(time.monotonic() - start)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    print("build seeds %-9s median %.2f s wall, %.2f s cpu (%d runs after one)"
          % (" ".join(mode), statistics.median(walls[1:]), statistics.median(cpus[1:]), runs))
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print("peak memory %.0f MB" % peak)
