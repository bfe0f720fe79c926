using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace SurvivalKit.Documents.Tests;

/// <summary>A PDF file that a test writes: lines of Helvetica at given places.</summary>
public sealed class PdfPages : IDisposable
{
    private readonly PdfDocumentBuilder _document = new();
    private readonly PdfDocumentBuilder.AddedFont _plain;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;

    public PdfPages()
    {
        _plain = _document.AddStandard14Font(Standard14Font.Helvetica);
        _bold = _document.AddStandard14Font(Standard14Font.HelveticaBold);
        _page = _document.AddPage(PageSize.A4);
    }

    public PdfPages NewPage()
    {
        _page = _document.AddPage(PageSize.A4);
        return this;
    }

    public PdfPages Text(double x, double y, string text, double size = 10, bool bold = false)
    {
        _page.AddText(text, size, new PdfPoint(x, y), bold ? _bold : _plain);
        return this;
    }

    /// <summary>Lines below each other.</summary>
    public PdfPages Lines(double x, double y, double leading, params string[] lines)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            Text(x, y - (i * leading), lines[i]);
        }

        return this;
    }

    public PdfPages Picture(byte[] png)
    {
        _page.AddPng(png, new PdfRectangle(0, 0, 500, 700));
        return this;
    }

    public void Dispose() => _document.Dispose();

    public byte[] Write() => _document.Build();
}
