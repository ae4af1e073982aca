// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "memorypolicy.h"

#include <cstdint>
#include <cstdlib>
#include <limits>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#endif

namespace clicksieve {

void preferLargePages()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 1); // workers allocate rarely and in large pieces
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());

    // Only addresses are taken here; memory is, when it is touched. What does not fit grows in small pages again.
    constexpr std::size_t kReserved = std::size_t{1} << 30;
    constexpr std::uintptr_t kLargePage = std::uintptr_t{2} << 20;
    void *heap = std::malloc(kReserved);
    if (heap == nullptr)
        return;
    const std::uintptr_t begin =
        (reinterpret_cast<std::uintptr_t>(heap) + kLargePage - 1) & ~(kLargePage - 1);
    madvise(reinterpret_cast<void *>(begin), kReserved - kLargePage, MADV_HUGEPAGE);
    std::free(heap);
#endif
}

} // namespace clicksieve
