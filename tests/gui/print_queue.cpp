#include "print_queue.h"

#include "help.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdlib>

#include <unistd.h>

namespace heed::tests {
namespace {

constexpr QLatin1StringView settingsFolder("/etc/cups");

QString outputOf(const QString& program, const QStringList& words)
{
    QProcess process;
    process.start(program, words);
    process.waitForFinished();
    INFO(program.toStdString() << ": " << process.readAllStandardError().toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

void write(const QString& path, const QString& text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

} // namespace

PrintQueue::PrintQueue(Printer printer)
{
    const auto folder = m_folder.path();
    for (const auto* name : {"server", "server/ppd", "spool", "spool/tmp", "cache", "run", "log", "made", "making"})
        REQUIRE(QDir(folder).mkpath(QString::fromLatin1(name)));
    const auto socket = folder + QStringLiteral("/run/cups.sock");
    write(folder + QStringLiteral("/server/cupsd.conf"), QStringLiteral("Listen %1\n"
                                                                        "LogLevel info\n"
                                                                        "Browsing Off\n"
                                                                        "WebInterface No\n"
                                                                        "PreserveJobFiles Yes\n"
                                                                        "<Location />\nOrder allow,deny\nAllow all\n"
                                                                        "</Location>\n"
                                                                        "<Policy default>\n<Limit All>\n"
                                                                        "Order deny,allow\n</Limit>\n</Policy>\n")
                                                             .arg(socket));
    write(folder + QStringLiteral("/server/cups-files.conf"), QStringLiteral("ServerRoot %1/server\n"
                                                                             "RequestRoot %1/spool\n"
                                                                             "TempDir %1/spool/tmp\n"
                                                                             "CacheDir %1/cache\n"
                                                                             "StateDir %1/run\n"
                                                                             "AccessLog %1/log/access\n"
                                                                             "ErrorLog %1/log/error\n"
                                                                             "PageLog %1/log/page\n"
                                                                             "FileDevice Yes\n")
                                                                  .arg(folder));
    m_cups.setProcessChannelMode(QProcess::MergedChannels);
    auto program = QStringLiteral("/usr/sbin/cupsd");
    m_cups.start(program, {QStringLiteral("-f"), QStringLiteral("-c"), folder + QStringLiteral("/server/cupsd.conf"),
                           QStringLiteral("-s"), folder + QStringLiteral("/server/cups-files.conf")});
    REQUIRE(m_cups.waitForStarted());
    REQUIRE(waitFor([&] { return QFileInfo::exists(socket) || m_cups.state() == QProcess::NotRunning; }));
    INFO(m_cups.readAll().toStdString());
    REQUIRE(m_cups.state() == QProcess::Running);
    qputenv("CUPS_SERVER", socket.toLocal8Bit());
    setUp(printer);
    QStringList queue{QStringLiteral("-p"), name(), QStringLiteral("-E"), QStringLiteral("-v"), device()};
    if (!m_settings.isEmpty()) // without its description it would get the PDF as it is, and it reads PostScript
        queue << QStringLiteral("-P") << QStringLiteral("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd");
    outputOf(QStringLiteral("/usr/sbin/lpadmin"), queue);
    outputOf(QStringLiteral("/usr/sbin/lpadmin"), {QStringLiteral("-d"), name()});
}

PrintQueue::~PrintQueue()
{
    qunsetenv("CUPS_SERVER");
    m_cups.terminate();
    if (!m_cups.waitForFinished())
        m_cups.kill();
    if (!m_settings.isEmpty())
        QFile::remove(m_settings);
}

QString PrintQueue::noCupsPdf()
{
    if (::geteuid() != 0)
        return QStringLiteral("the program of cups-pdf runs only as root, and this is %1").arg(::geteuid());
    if (!QFileInfo(settingsFolder).isWritable())
        return QStringLiteral("%1, where cups-pdf reads its settings, cannot be written").arg(settingsFolder);
    return {};
}

void PrintQueue::setUp(Printer printer)
{
    if (printer == Printer::None)
        return;
    const auto folder = m_folder.path();
    // What makes PostScript of it is run by CUPS as its own user, who has to come in here.
    REQUIRE(QFile::setPermissions(folder, QFile::permissions(folder) | QFile::ExeGroup | QFile::ExeOther));
    m_settings = QStringLiteral("%1/cups-pdf-%2.conf").arg(settingsFolder, QFileInfo(folder).fileName());
    write(m_settings, QStringLiteral("Out %1/made\nAnonDirName %1/made\nSpool %1/making\nLog %1/log\n").arg(folder));
}

QString PrintQueue::device() const
{
    if (m_settings.isEmpty())
        return QStringLiteral("file:///dev/null");
    return QStringLiteral("cups-pdf:/") + QFileInfo(m_folder.path()).fileName();
}

QStringList PrintQueue::printed() const
{
    const QDir made(m_folder.filePath(QStringLiteral("made")));
    // While cups-pdf is at it, what it works on lies beside.
    if (!QDir(m_folder.filePath(QStringLiteral("making"))).isEmpty())
        return {};
    QStringList files;
    for (const auto& file : made.entryList({QStringLiteral("*.pdf")}, QDir::Files, QDir::Name))
        files << made.filePath(file);
    return files;
}

QStringList PrintQueue::jobs() const
{
    const QDir spool(m_folder.filePath(QStringLiteral("spool")));
    QStringList files;
    for (const auto& file : spool.entryList({QStringLiteral("d*-001")}, QDir::Files, QDir::Name))
        files << spool.filePath(file);
    return files;
}

QString textOfPdf(const QString& path)
{
    return outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
}

QString infoOfPdf(const QString& path)
{
    return outputOf(QStringLiteral("pdfinfo"), {path});
}

std::vector<QImage> pagesOfPdf(const QString& path)
{
    const QTemporaryDir folder;
    outputOf(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("16"), QStringLiteral("-gray"), path,
                                          folder.filePath(QStringLiteral("page"))});
    std::vector<QImage> pages;
    for (const auto& file : QDir(folder.path()).entryList(QDir::Files, QDir::Name))
        pages.push_back(QImage(folder.filePath(file)).convertToFormat(QImage::Format_Grayscale8));
    return pages;
}

double differenceOf(const QImage& one, const QImage& other)
{
    REQUIRE(one.size() == other.size());
    qint64 sum = 0;
    for (int y = 0; y < one.height(); ++y)
        for (int x = 0; x < one.width(); ++x)
            sum += std::abs(qGray(one.pixel(x, y)) - qGray(other.pixel(x, y)));
    constexpr double white = 255;
    return static_cast<double>(sum) / (white * one.width() * one.height());
}

} // namespace heed::tests
