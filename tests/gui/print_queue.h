#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace heed::tests {

/// CUPS with one queue of its own, in a folder and on a socket that go with it. Nothing of the system's is used but the
/// program. Whatever a program prints while this lives lands here, as it was sent.
class PrintQueue {
public:
    PrintQueue();
    ~PrintQueue();
    PrintQueue(const PrintQueue&) = delete;
    PrintQueue& operator=(const PrintQueue&) = delete;

    QString name() const { return QStringLiteral("paper"); }
    /// The files that were sent, in order.
    QStringList jobs() const;

private:
    QTemporaryDir m_folder;
    QProcess m_cups;
};

/// What poppler's programs say of a PDF.
QString textOfPdf(const QString& path);
QString infoOfPdf(const QString& path);

} // namespace heed::tests
