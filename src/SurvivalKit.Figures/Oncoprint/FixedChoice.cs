using System.Collections.Immutable;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>Gives names places that follow from the names themselves, so that a name has the same look in every figure.</summary>
/// <remarks>Only where two names of one set would have the same place, the later in ordinal order takes its next choice.</remarks>
internal static class FixedChoice
{
    /// <summary>A place from 0 to <paramref name="count"/> - 1 for each name, all different.</summary>
    /// <param name="count">Number of places, a prime, no less than the number of names.</param>
    /// <param name="names">The names.</param>
    /// <param name="key">The text of a name that decides.</param>
    public static ImmutableDictionary<string, int> Among(int count, IEnumerable<string> names, Func<string, string> key)
    {
        ImmutableDictionary<string, int>.Builder places = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        var taken = new HashSet<int>();
        foreach (string name in names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            uint hash = Hash(key(name));
            int place = (int)(hash % (uint)count), step = 1 + (int)(hash / (uint)count % (uint)(count - 1));
            while (!taken.Add(place))
            {
                place = (place + step) % count;
            }

            places[name] = place;
        }

        return places.ToImmutable();
    }

    // FNV-1a (Fowler, Noll and Vo): the same on every machine and in every run, which string.GetHashCode is not.
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ b) * 16777619;
        }

        return hash;
    }
}
