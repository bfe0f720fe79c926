using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>The bytes of an array of values, not copied: a column of a frame is made of bytes.</summary>
/// <typeparam name="T">The type of a value.</typeparam>
/// <param name="values">The array; it belongs to the column from now on.</param>
internal sealed class ArrayBytes<T>(T[] values) : MemoryManager<byte>
    where T : unmanaged
{
    /// <inheritdoc/>
    public override Span<byte> GetSpan() => MemoryMarshal.AsBytes(values.AsSpan());

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => values.AsMemory(elementIndex / Unsafe.SizeOf<T>()).Pin();

    /// <inheritdoc/>
    public override void Unpin()
    {
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
    }
}
