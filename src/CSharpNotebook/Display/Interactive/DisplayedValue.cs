using System.Collections.Immutable;
using CSharpNotebook.Cells;
using CSharpNotebook.Display;

namespace Microsoft.DotNet.Interactive;

/// <summary>A value that was shown and can be replaced in place.</summary>
public sealed class DisplayedValue
{
    private readonly CellOutputSink? _sink;
    private readonly ImmutableArray<string> _mimeTypes;

    internal DisplayedValue(CellOutputSink? sink, string displayId, ImmutableArray<string> mimeTypes)
    {
        _sink = sink;
        _mimeTypes = mimeTypes;
        DisplayId = displayId;
    }

    /// <summary>The id of the display in its session; empty when the value was shown outside a cell.</summary>
    public string DisplayId { get; }

    /// <summary>Shows another value in the place of this one, in the same MIME types.</summary>
    /// <param name="updatedValue">The new value.</param>
    public void Update(object? updatedValue) => _sink?.UpdateDisplay(DisplayId, ResultFormatter.Format(updatedValue, _mimeTypes));
}
