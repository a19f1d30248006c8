#pragma once

#include <QImage>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace heed::tests {

/// What stands behind a queue: nothing, or the printer of cups-pdf, which makes a PDF of what it gets.
enum class Printer { None, CupsPdf };

/// CUPS with one queue of its own, in a folder and on a socket that go with it. Nothing of the system's is used but the
/// programs. Whatever a program prints while this lives lands here, as it was sent.
///
/// The program of cups-pdf runs as root or not at all, and reads its settings in /etc/cups: there stands one file more
/// while this lives, of a name that is nobody else's.
class PrintQueue {
public:
    explicit PrintQueue(Printer printer = Printer::None);
    ~PrintQueue();
    PrintQueue(const PrintQueue&) = delete;
    PrintQueue& operator=(const PrintQueue&) = delete;

    QString name() const { return QStringLiteral("paper"); }
    /// The files that were sent, in order.
    QStringList jobs() const;
    /// What cups-pdf made of them.
    QStringList printed() const;

    /// Why there can be no cups-pdf here; empty where there can.
    static QString noCupsPdf();

private:
    QString device() const;
    void setUp(Printer printer);

    QTemporaryDir m_folder;
    QString m_settings; ///< of cups-pdf
    QProcess m_cups;
};

/// What poppler's programs say of a PDF.
QString textOfPdf(const QString& path);
QString infoOfPdf(const QString& path);
/// Small grey pictures of its pages: a printer may keep the look of a page and none of its text.
std::vector<QImage> pagesOfPdf(const QString& path);
/// How much two pictures of one size differ, 0 to 1.
double differenceOf(const QImage& one, const QImage& other);

} // namespace heed::tests
