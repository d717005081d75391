"""The library's random numbers and order of examples, written a second time from their definitions: xoshiro256** seeded by SplitMix64."""

MASK = (1 << 64) - 1


class Random:
    def __init__(self, seed):
        self.counter = seed
        self.state = [self.split_mix() for _ in range(4)]

    def split_mix(self):
        self.counter = (self.counter + 0x9E3779B97F4A7C15) & MASK
        bits = self.counter
        bits = ((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        bits = ((bits ^ (bits >> 27)) * 0x94D049BB133111EB) & MASK
        return bits ^ (bits >> 31)

    def bits(self):
        s = self.state
        result = rotate(s[1] * 5 & MASK, 7) * 9 & MASK
        shifted = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotate(s[3], 45)
        return result

    def uniform(self):
        return (self.bits() >> 11) * 2.0**-53

    def integer(self, bound):
        """Uniform below a bound: the high word of a product, drawn again where the low word would favour some outcomes."""
        rejected = ((1 << 64) - bound) % bound
        while True:
            product = self.bits() * bound
            if product & MASK >= rejected:
                return product >> 64


def rotate(bits, by):
    return (bits << by | bits >> (64 - by)) & MASK


def example_order(count, batches, seed):
    """The batches of one step after the other. Shuffles go on from one pass to the next."""
    random, order = Random(seed), list(range(count))
    size = count if batches["kind"] == "full" else min(batches["size"], count)
    while True:
        if batches["shuffled"]:
            for last in range(count - 1, 0, -1):
                other = random.integer(last + 1)
                order[last], order[other] = order[other], order[last]
        for first in range(0, count, size):
            yield order[first : first + size]
