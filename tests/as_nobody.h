#pragma once

#include <QFile>
#include <QString>

#include <unistd.h>

/// While one lives, a test that runs as the superuser, for whom no permission holds, is somebody else. That somebody
/// gets the folder.
class AsNobody {
public:
    explicit AsNobody(const QString& folder)
    {
        if (::geteuid() == 0)
            m_changed = ::chown(QFile::encodeName(folder).constData(), nobody, nobody) == 0 && ::seteuid(nobody) == 0;
    }
    ~AsNobody()
    {
        if (m_changed && ::seteuid(0) != 0)
            ::abort();
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    static constexpr uid_t nobody = 65534;
    bool m_changed = false;
};
