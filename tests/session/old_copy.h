#pragma once

#include "school.h"

#include <QFile>

namespace heed::tests {

/// An older copy of a vault's file, to be put back over a newer one.
class OldCopy {
public:
    OldCopy(const School& school, const QString& name)
        : m_path(school.path() + u'/' + name)
        , m_copy(school.filePath(QString(name).replace(u'/', u'_')))
    {
        QFile::remove(m_copy);
        REQUIRE(QFile::copy(m_path, m_copy));
    }
    void putBack() const
    {
        REQUIRE(QFile::remove(m_path));
        REQUIRE(QFile::copy(m_copy, m_path));
    }

private:
    QString m_path;
    QString m_copy;
};

} // namespace heed::tests
