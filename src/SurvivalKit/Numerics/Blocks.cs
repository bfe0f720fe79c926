namespace SurvivalKit;

/// <summary>Long arrays cut into a fixed number of parts that are worked on at once; where they are cut depends on the length alone.</summary>
internal static class Blocks
{
    /// <summary>What is shorter is left in one piece.</summary>
    public const int Smallest = 1 << 15;

    private const int Most = 4;

    /// <summary>How many parts an array of this length is cut into: one, where handing out work would cost more than it saves.</summary>
    public static int CountFor(int length) => Math.Clamp(length / Smallest, 1, Most);

    /// <summary>The rows of one part.</summary>
    public static (int From, int To) Part(int length, int count, int part) =>
        ((int)((long)length * part / count), (int)((long)length * (part + 1) / count));

    /// <summary>Works on every part.</summary>
    public static void Run(int count, Action<int> work)
    {
        if (count == 1)
        {
            work(0);
        }
        else
        {
            Parallel.For(0, count, work);
        }
    }
}
