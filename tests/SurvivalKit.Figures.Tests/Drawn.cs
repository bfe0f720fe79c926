using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SurvivalKit.Figures.Tests;

/// <summary>Reads a figure back from its SVG, as another program would.</summary>
internal sealed partial class Drawn
{
    private readonly XDocument _svg;

    public Drawn(Figure figure) => _svg = XDocument.Parse(figure.ToSvg());

    /// <summary>The texts of a part, in drawing order.</summary>
    public IReadOnlyList<string> Texts(string part) => [.. Parts(part).Select(e => (string)e.Attribute("aria-label")!)];

    /// <summary>Every text.</summary>
    public IReadOnlyList<string> AllTexts => [.. _svg.Descendants().Select(e => (string?)e.Attribute("aria-label")).OfType<string>()];

    /// <summary>The elements of a part.</summary>
    public IReadOnlyList<XElement> Parts(string part) => [.. _svg.Descendants().Where(e => (string?)e.Attribute("data-part") == part)];

    /// <summary>The positions of the texts of a part.</summary>
    public IReadOnlyList<(double X, double Y)> Places(string part) =>
        [.. Parts(part)
            .Select(e => Translate().Match((string)e.Attribute("transform")!))
            .Select(m => (Number(m.Groups[1].Value), Number(m.Groups[2].Value)))];

    /// <summary>The points of a path, chain by chain.</summary>
    public IReadOnlyList<IReadOnlyList<(double X, double Y)>> Path(string part)
    {
        var chains = new List<List<(double X, double Y)>>();
        double x = 0, y = 0;
        foreach (Match m in Command().Matches((string)Parts(part).Single().Attribute("d")!))
        {
            double[] v = [.. m.Groups[2].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
            switch (m.Groups[1].Value)
            {
                case "M":
                    chains.Add([]);
                    (x, y) = (v[0], v[1]);
                    break;
                case "L":
                    (x, y) = (v[0], v[1]);
                    break;
                case "H":
                    x = v[0];
                    break;
                case "V":
                    y = v[0];
                    break;
                default:
                    continue;
            }

            chains[^1].Add((x, y));
        }

        return chains;
    }

    /// <summary>A path in units of the axes, which are read off their tick labels.</summary>
    public IReadOnlyList<IReadOnlyList<(double Time, double Probability)>> InAxisUnits(string part)
    {
        Func<double, double> time = Scale([.. Texts("time tick").Zip(Places("time tick"), (t, p) => (Number(t), p.X))]);
        Func<double, double> probability =
            Scale([.. Texts("probability tick").Zip(Places("probability tick"), (t, p) => (Number(t), p.Y))]);
        // A tick's label is half a capital's height below its tick.
        double axis = Path("axes")[0][1].Y, zero = Places("probability tick")[0].Y;
        return [.. Path(part).Select(
            c => (IReadOnlyList<(double, double)>)[.. c.Select(p => (time(p.X), probability(p.Y + zero - axis)))])];
    }

    private static Func<double, double> Scale((double Value, double Place)[] ticks)
    {
        double slope = (ticks[^1].Value - ticks[0].Value) / (ticks[^1].Place - ticks[0].Place);
        return place => ticks[0].Value + (slope * (place - ticks[0].Place));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"translate\(([-\d.]+) ([-\d.]+)\)")]
    private static partial Regex Translate();

    [GeneratedRegex("([MLHVZ])([^MLHVZ]*)")]
    private static partial Regex Command();
}
