using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>How <see cref="LaTeXString"/> and <see cref="MathString"/> are shown; the formatting library creates it.</summary>
internal sealed class LaTeXFormatters : ITypeFormatterSource
{
    public const string MimeType = "text/latex";

    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
    [
        new AsText<LaTeXString>(MimeType),
        new AsText<LaTeXString>(PlainTextFormatter.MimeType),
        new AsText<MathString>(MimeType),
        new AsText<MathString>(PlainTextFormatter.MimeType),
    ];

    private sealed class AsText<T>(string mimeType) : TypeFormatter<T>
    {
        public override string MimeType => mimeType;

        public override bool Format(T value, FormatContext context)
        {
            context.Writer.Write(value?.ToString());
            return true;
        }
    }
}
