using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit;

/// <summary>A time scale that moves with follow-up, divided into bands, as R's <c>tcut</c>: age, calendar time, time since
/// treatment.</summary>
/// <remarks>In a formula <c>tcut(age, c(40, 50, 60), scale = 365.25)</c>. A value at a break belongs to the band that the break
/// begins.</remarks>
public sealed class Tcut
{
    /// <summary>Makes a scale.</summary>
    /// <param name="origin">The value of each row at time 0 of its response, in the unit of time.</param>
    /// <param name="breaks">The breaks in the unit of time, increasing, two or more; infinite ones are allowed.</param>
    /// <param name="labels">The names of the bands, one fewer than breaks; <see langword="null"/>: R's, <c>40+ thru 50</c>.</param>
    /// <exception cref="SurvivalDataException">The breaks do not increase, or the labels are not one fewer.</exception>
    public Tcut(IEnumerable<double> origin, IEnumerable<double> breaks, IEnumerable<string>? labels = null)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(breaks);
        Origin = [.. origin];
        Breaks = [.. breaks];
        for (int i = 0; i < Breaks.Length; i++)
        {
            if (Breaks.Length < 2 || double.IsNaN(Breaks[i]) || (i > 0 && !(Breaks[i] > Breaks[i - 1])))
            {
                throw Wrong();
            }
        }

        Labels = Breaks.IsEmpty ? throw Wrong() : labels is null ? LabelsOf([.. Breaks.Select(Text)]) : [.. labels];
        if (Labels.Length != Breaks.Length - 1 || Labels.Distinct(StringComparer.Ordinal).Count() < Labels.Length)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"{NumberText.Count(Labels.Length, "label")} {(Labels.Length == 1 ? "was" : "were")} given for {NumberText.Count(Breaks.Length - 1, "band")}; a different one for each was expected."));
        }

        SurvivalDataException Wrong() => new(
            $"The breaks {string.Join(", ", Breaks.Select(Text))} do not make bands; two or more increasing times were expected.");
    }

    /// <summary>The value of each row at time 0.</summary>
    public ImmutableArray<double> Origin { get; }

    /// <summary>The breaks.</summary>
    public ImmutableArray<double> Breaks { get; }

    /// <summary>The names of the bands.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>The bands' names from those of the breaks.</summary>
    internal static ImmutableArray<string> LabelsOf(ReadOnlySpan<string> breaks)
    {
        var labels = ImmutableArray.CreateBuilder<string>();
        for (int i = 1; i < breaks.Length; i++)
        {
            labels.Add($"{breaks[i - 1]}+ thru {breaks[i]}");
        }

        return labels.DrainToImmutable();
    }

    /// <summary>A break as R writes it.</summary>
    internal static string Text(double value) => double.IsPositiveInfinity(value) ? "Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("G7", CultureInfo.InvariantCulture);
}
