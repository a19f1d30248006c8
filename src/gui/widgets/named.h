#pragma once

#include <QLabel>
#include <QPushButton>
#include <QString>

namespace heed::gui {

/// Every widget that a person can act on has both names: one for tests and the tour, one for a screen reader.
template <class W> W* named(W* widget, const QString& objectName, const QString& accessibleName)
{
    widget->setObjectName(objectName);
    widget->setAccessibleName(accessibleName);
    return widget;
}

/// Buttons that read out as they are labelled. The primary one is the one that the page is for.
QPushButton* button(const QString& objectName, const QString& text, QWidget* parent = nullptr);
QPushButton* primaryButton(const QString& objectName, const QString& text, QWidget* parent = nullptr);
/// A button that looks like a link within a sentence.
QPushButton* linkButton(const QString& objectName, const QString& text, QWidget* parent = nullptr);

/// Plain text (never markup) that wraps and can be selected by mouse.
QLabel* textLabel(const QString& words, QWidget* parent = nullptr);
/// The page's title, and a heading within it.
QLabel* titleLabel(const QString& words, QWidget* parent = nullptr);
QLabel* headingLabel(const QString& words, QWidget* parent = nullptr);
/// Quieter and a little smaller: a remark.
QLabel* remarkLabel(const QString& words, QWidget* parent = nullptr);

} // namespace heed::gui
