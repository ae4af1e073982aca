// SPDX-FileCopyrightText: 2026 The Clicksieve authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ingest/textwindow.h"

#include <algorithm>
#include <new>

namespace clicksieve {

namespace {

constexpr std::size_t kPage = 4'096;

} // namespace

void TextWindow::Free::operator()(char *memory) const
{
    ::operator delete (memory, std::align_val_t{kPage});
}

char *TextWindow::memoryFor(std::size_t size)
{
    if (size > m_capacity) {
        m_memory.reset();
        m_memory.reset(static_cast<char *>(::operator new (size, std::align_val_t{kPage})));
        m_capacity = size;
    }
    return m_memory.get();
}

bool TextWindow::moveTo(std::size_t begin, std::size_t end)
{
    const std::string_view all = m_source->text();
    end = std::min(end, all.size());
    m_begin = std::min(begin, end);
    m_isAtEnd = end == all.size();
    m_view = all.substr(m_begin, end - m_begin);
    if (!m_source->canReadInto() || m_view.empty())
        return true;
    // Bytes stand as far into a page as they do in the file: some processors copy several times slower otherwise.
    const std::size_t inPage = (m_source->markLength() + m_begin) % kPage;
    char *copy = memoryFor(m_view.size() + kPage) + inPage;
    const bool isRead = m_source->readInto(m_begin, {copy, m_view.size()});
    m_view = isRead ? std::string_view(copy, m_view.size()) : std::string_view();
    return isRead;
}

void TextWindow::show(std::size_t begin, std::size_t size, bool isAtEnd)
{
    m_begin = begin;
    m_view = {m_memory.get(), size};
    m_isAtEnd = isAtEnd;
}

} // namespace clicksieve
