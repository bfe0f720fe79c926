using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Observations split at times: the pieces of each, in its order.</summary>
public sealed class SurvPieces
{
    private SurvPieces(
        ImmutableArray<int> rows, ImmutableArray<double> start, ImmutableArray<double> stop, ImmutableArray<double> status,
        ImmutableArray<int> episode)
    {
        Rows = rows;
        Start = start;
        Stop = stop;
        Status = status;
        Episode = episode;
    }

    /// <summary>The observation that each piece is of, from 0.</summary>
    public ImmutableArray<int> Rows { get; }

    /// <summary>The start of each piece, which is at risk in (start, stop].</summary>
    public ImmutableArray<double> Start { get; }

    /// <summary>The end of each piece.</summary>
    public ImmutableArray<double> Stop { get; }

    /// <summary>The status of each piece: 0 but in the last one of an observation; not-a-number where that is missing.</summary>
    public ImmutableArray<double> Status { get; }

    /// <summary>The interval between two cuts, from 1, that each piece lies in; 0 where a time is missing.</summary>
    public ImmutableArray<int> Episode { get; }

    /// <summary>Cuts intervals as R's survSplit does: at a cut strictly within; a row that misses a time is one piece.</summary>
    internal static SurvPieces Cut(double[] start, double[] stop, double[] status, double[] cuts)
    {
        var rows = ImmutableArray.CreateBuilder<int>(stop.Length);
        var starts = ImmutableArray.CreateBuilder<double>(stop.Length);
        var stops = ImmutableArray.CreateBuilder<double>(stop.Length);
        var statuses = ImmutableArray.CreateBuilder<double>(stop.Length);
        var episodes = ImmutableArray.CreateBuilder<int>(stop.Length);
        for (int row = 0; row < stop.Length; row++)
        {
            bool isWhole = double.IsNaN(start[row]) || double.IsNaN(stop[row]);
            int cut = isWhole ? 0 : After(cuts, start[row]);
            double from = start[row];
            for (; !isWhole && cut < cuts.Length && cuts[cut] < stop[row]; cut++)
            {
                Add(row, from, cuts[cut], 0, cut + 1);
                from = cuts[cut];
            }

            // A row that misses a time lies in no interval; R gives it the second, and a status from memory that is not set.
            Add(row, from, stop[row], status[row], isWhole ? 0 : cut + 1);
        }

        return new SurvPieces(
            rows.DrainToImmutable(), starts.DrainToImmutable(), stops.DrainToImmutable(), statuses.DrainToImmutable(),
            episodes.DrainToImmutable());

        void Add(int row, double from, double to, double state, int episode)
        {
            rows.Add(row);
            starts.Add(from);
            stops.Add(to);
            statuses.Add(state);
            episodes.Add(episode);
        }
    }

    // The place of the first cut after a time.
    private static int After(double[] cuts, double time)
    {
        int place = Array.BinarySearch(cuts, time);
        return place < 0 ? ~place : place + 1;
    }
}
