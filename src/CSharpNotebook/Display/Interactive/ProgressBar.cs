using System.Diagnostics;
using System.Globalization;
using System.Net;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace Microsoft.DotNet.Interactive;

/// <summary>
/// Shows the progress of a long computation below the cell. Pass it where an <see cref="IProgress{T}"/> of the fraction done is expected,
/// or enumerate a sequence with <see cref="Over{T}"/>. Reports may come from any thread at any rate: it is drawn at most ten times a
/// second.
/// </summary>
/// <example><code>foreach (int sample in ProgressBar.Over(Enumerable.Range(0, 1000), "Bootstrap")) { ... }</code></example>
public sealed class ProgressBar : IProgress<double>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly string _label;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly CellOutputSink? _sink = CellOutputSink.Current;
    private readonly string _id;
    private TimeSpan _drawn;
    private double _share;

    /// <summary>Shows an empty bar.</summary>
    /// <param name="label">The label of the bar; empty by default.</param>
    public ProgressBar(string label = "")
    {
        _label = label;
        _id = _sink?.AddDisplay(Picture()) ?? "";
    }

    /// <summary>Enumerates a sequence and shows the progress.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="items">The elements.</param>
    /// <param name="label">The label of the bar; empty by default.</param>
    /// <returns>The same elements.</returns>
    public static IEnumerable<T> Over<T>(IEnumerable<T> items, string label = "")
    {
        ArgumentNullException.ThrowIfNull(items);
        IReadOnlyCollection<T> all = items as IReadOnlyCollection<T> ?? [.. items];
        return Go();

        IEnumerable<T> Go()
        {
            using var bar = new ProgressBar(label);
            int done = 0;
            foreach (T item in all)
            {
                yield return item;
                bar.Report(++done / (double)all.Count);
            }
        }
    }

    /// <summary>Reports the progress.</summary>
    /// <param name="value">The fraction done, clamped to 0 to 1.</param>
    public void Report(double value)
    {
        lock (_lock)
        {
            _share = Math.Clamp(double.IsNaN(value) ? 0 : value, 0, 1);
            if (_clock.Elapsed - _drawn < Interval)
            {
                return;
            }

            _drawn = _clock.Elapsed;
        }
        Draw();
    }

    /// <summary>Draws the bar in its current state; call it when the work has ended.</summary>
    public void Dispose() => Draw();

    private void Draw() => _sink?.UpdateDisplay(_id, Picture());

    private MimeBundle Picture()
    {
        double share;
        lock (_lock)
        {
            share = _share;
        }

        string percent = string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(100 * share):0} %");
        string label = _label.Length > 0 ? _label + " " : "";
        return MimeBundle.Empty
            .With("text/html", string.Create(
                CultureInfo.InvariantCulture,
                $"<label>{WebUtility.HtmlEncode(label)}<progress value=\"{share:0.###}\" max=\"1\"></progress> {percent}</label>"))
            .With("text/plain", label + percent);
    }
}
