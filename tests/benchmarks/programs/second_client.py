"""Makes the second client of a process, and prints seconds of processor time for it."""

import time

from safelight import Pilio

first = Pilio("key")  # of the vendor's own https address, as a user makes it
began = time.process_time()
second = Pilio("key")
print(time.process_time() - began)
second.close()
first.close()
