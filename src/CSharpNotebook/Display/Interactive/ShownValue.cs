using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CSharpNotebook.Cells;
using CSharpNotebook.Display;
using CSharpNotebook.Format;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>A value that was shown and can be replaced in place.</summary>
public sealed class ShownValue : DisplayedValue
{
    private readonly CellOutputSink? _sink;
    private readonly ImmutableArray<string> _mimeTypes;

    internal ShownValue(object? value, MimeBundle bundle, CellOutputSink? sink, string displayId, ImmutableArray<string> mimeTypes)
        : base(value, [.. bundle.Select(entry => new FormattedValue(entry.Key, entry.Value))])
    {
        _sink = sink;
        _mimeTypes = mimeTypes;
        // The id is the library's to give, when it is asked for one, and a new one in every run; that of the session is the same in all.
        IdOf(this) = displayId;
    }

    /// <summary>
    /// Shows another value in the place of this one: in the MIME types that were chosen for this one, and if none were, in those of the
    /// other value.
    /// </summary>
    /// <param name="updatedValue">The new value.</param>
    public new void Update(object? updatedValue) => _sink?.UpdateDisplay(DisplayId, ResultFormatter.Format(updatedValue, _mimeTypes));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_displayId")]
    private static extern ref string IdOf(DisplayedValue shown);
}
